package fangpin.office.database;

/** 数据库登录: a role of the database and its password; never printed. */
public record Login(String role, String password) {
    @Override
    public String toString() {
        return role;
    }
}
