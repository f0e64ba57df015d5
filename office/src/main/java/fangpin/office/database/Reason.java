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
    DATABASE_NOT_STARTED,
    /** 数据库地址无法识别 */
    DATABASE_ADDRESS,
    /** 地址中含有密码 */
    DATABASE_PASSWORD_IN_ADDRESS,
    /** 缺少密码 */
    DATABASE_PASSWORD_MISSING,
    /** 数据库无法连接 */
    DATABASE_UNREACHABLE,
    /** 数据库登录被拒 */
    DATABASE_LOGIN_REFUSED,
    /** 数据库不存在 */
    DATABASE_ABSENT,
    /** 数据库版本过旧 */
    DATABASE_TOO_OLD,
    /** 数据库编码不是 UTF-8 */
    DATABASE_ENCODING,
    /** 登录的权限不足 */
    DATABASE_RIGHTS_MISSING,
    /** 数据库磁盘已满 */
    DATABASE_DISK_FULL,
    /** 另一套系统正在使用这些角色 */
    DATABASE_ROLES_TAKEN,
    /** 数据库出错 */
    DATABASE_FAILED,
    /** 数据库设置可能丢失数据 */
    DATABASE_SETTINGS_UNSAFE,
    /** 运行角色权限过大 */
    DATABASE_ROLE_UNSAFE,
    /** 数据由更新的版本写成 */
    DATABASE_NEWER,
    /** 升级未完成 */
    MIGRATION_FAILED,
    /** 端口已被占用 */
    PORT_TAKEN,
    /** 端口不可用 */
    PORT_UNUSABLE,
    /** 区划代码写法不对 */
    DIVISION_CODE,
    /** 已是演示数据 */
    DEMONSTRATION_THERE,
    /** 系统未能启动 */
    OFFICE_NOT_STARTED,
    /** 备份文件已存在 */
    BACKUP_EXISTS,
    /** 备份文件无法写入 */
    BACKUP_NOT_WRITTEN,
    /** 备份文件无法读取 */
    BACKUP_UNREADABLE,
    /** 备份文件损坏 */
    BACKUP_DAMAGED,
    /** 备份来自更新的版本 */
    BACKUP_NEWER,
    /** 数据库不是空的 */
    RESTORE_NOT_EMPTY,
    /** 恢复未完成 */
    RESTORE_UNFINISHED,
    /** 没有正在运行的数据库 */
    DATABASE_NOT_RUNNING;

    /** The key of its text. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
