/** 权限: who may do what, on which division's rows; secrets, and the record of who did it. The face of the room. */
@NullMarked
package fangpin.office.access;

import org.jspecify.annotations.NullMarked;
