package fangpin.demonstration;

import java.util.List;

/** 故事: something that happens to a few made-up households, told with the office's own means. Later rooms go on telling it. */
interface Story {
    /** The households it is about, as they are before. */
    List<Household> households();

    /** Lets it happen; the households are in the register. */
    void tell(Scene scene);
}
