package fangpin.office.register;

import java.util.List;

/** 一人一档的来源: a room that knows something of a person adds it to the person's page. Called within the reader's transaction. */
public interface TimelineSource {
    /** What the room knows of the person, in any order. */
    List<TimelineEvent> eventsOf(long personId);
}
