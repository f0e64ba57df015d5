/** 人员登记: divisions, households, persons, dated statuses, public notices, yearly review. The face of the room. */
@NullMarked
package fangpin.office.register;

import org.jspecify.annotations.NullMarked;
