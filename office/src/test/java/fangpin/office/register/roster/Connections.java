package fangpin.office.register.roster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.Login;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Connections of tests to a database, as the office or as its owner. */
final class Connections {
    private Connections() {}

    static SimpleDriverDataSource source(DatabaseAddress address, Login login) {
        return new SimpleDriverDataSource(new Driver(), address.url(), login.role(), login.password());
    }

    static HikariDataSource pool(SimpleDriverDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(6);
        return new HikariDataSource(config);
    }
}
