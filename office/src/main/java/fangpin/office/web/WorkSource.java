package fangpin.office.web;

import java.util.List;

/** 待办来源: a room says what waits for a reader. */
public interface WorkSource {
    /** What waits for this reader, at most so many. */
    List<Work> waitingFor(Desk desk, int most);
}
