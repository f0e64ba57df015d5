package fangpin.office.database;

import fangpin.kernel.Text;

/** 进度: told of each step that a person may have to wait for. */
@FunctionalInterface
public interface Progress {
    /** Says what begins now. */
    void step(Text text);
}
