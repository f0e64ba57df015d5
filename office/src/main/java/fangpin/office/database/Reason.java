package fangpin.office.database;

import java.util.Locale;

/** 启动受阻的原因: why the office could not be started, saved or restored; each has its text in the message files. */
public enum Reason {
    /** 平台不支持: the database that comes with the office does not run on this machine. */
    PLATFORM,
    /** 缺少系统命令: a command of the system is missing. */
    COMMAND_MISSING,
    /** 数据文件夹已被占用: another office runs on the data folder. */
    DATA_FOLDER_TAKEN,
    /** 数据文件夹不可用: it cannot be made, read or written. */
    DATA_FOLDER_UNUSABLE,
    /** 数据文件夹无法进入: the unprivileged account of the database cannot reach it. */
    DATA_FOLDER_CLOSED,
    /** 数据由其他版本建立: the files of the database are of another PostgreSQL. */
    DATABASE_FILES_VERSION,
    /** 磁盘空间不足 */
    DISK_FULL,
    /** 数据库未能启动: the server ended while it was started. */
    DATABASE_NOT_STARTED;

    /** The key of its text. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
