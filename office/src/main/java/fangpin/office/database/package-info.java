/** 数据库: the PostgreSQL that comes with the office, its roles, settings, migrations, backup. */
@NullMarked
package fangpin.office.database;

import org.jspecify.annotations.NullMarked;
