package fangpin.office.project;

import fangpin.kernel.Text;

/** 资金项目: a purpose that a pack names for money, by which a project's kind is told. */
public record ProjectItem(String pack, String id, Text name, String clause) {}
