/** How the database is unpacked, started, prepared and watched. */
@NullMarked
package fangpin.office.database.internal;

import org.jspecify.annotations.NullMarked;
