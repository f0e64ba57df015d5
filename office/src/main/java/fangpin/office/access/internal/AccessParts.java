package fangpin.office.access.internal;

import fangpin.office.access.CryptoSuite;
import fangpin.office.access.Secrets;
import fangpin.office.database.DataFolder;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the room is made of. */
@Configuration(proxyBeanMethods = false)
class AccessParts {
    /** {@code fangpin.crypto}: international (AES, SHA-256) or national (SM4, SM3). */
    @Bean
    @ConditionalOnMissingBean
    Secrets secrets(DataFolder folder, @Value("${fangpin.crypto:international}") String suite) {
        return Secrets.in(folder.keys(), CryptoSuite.valueOf(suite.toUpperCase(Locale.ROOT)));
    }

    @Bean
    AuditHead auditHead(DataFolder folder) {
        return AuditHead.in(folder);
    }

    @Bean
    AuditSealer auditSealer(
            JdbcTemplate database, PlatformTransactionManager transactions, Secrets secrets, AuditHead head) {
        return new AuditSealer(
                database, new TransactionTemplate(transactions), secrets.keys().auditKey(), head);
    }

    @Bean
    WebMvcConfigurer rights(RightsCheck check) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(check);
            }
        };
    }
}
