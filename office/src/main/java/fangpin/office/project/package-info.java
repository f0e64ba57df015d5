/** 项目库: projects from a village's plan to assets, and what the law asks of them on the way. */
@NullMarked
package fangpin.office.project;

import org.jspecify.annotations.NullMarked;
