package fangpin.office.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import fangpin.office.database.DatabaseAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 连接池: the connections the rooms work with, as the role that owns nothing. */
@Configuration(proxyBeanMethods = false)
class OfficeDataSource {
    private static final int CONNECTIONS = 16;
    private static final long WAIT_MILLIS = 8_000;
    private static final long CHECK_MILLIS = 2_000;

    @Bean
    HikariDataSource dataSource(DatabaseAddress database) {
        // A connection is looked at each time before it is given out: after the database was started again no room
        // meets a dead one.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("office");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.office().role());
        pool.setPassword(database.office().password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(WAIT_MILLIS);
        pool.setValidationTimeout(CHECK_MILLIS);
        pool.addDataSourceProperty("ApplicationName", "fangpin-office");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // The detail of an error may hold the values of a row: they do not belong in a log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
