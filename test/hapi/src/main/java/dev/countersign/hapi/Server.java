package dev.countersign.hapi;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.interceptor.CorsInterceptor;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.web.cors.CorsConfiguration;

/**
 * HAPI FHIR JPA R4 on the loopback address, everything in memory, for tests only.
 *
 * <p>Prints {@code PORT n} as soon as the port is its own, and stops when standard input ends, so that it never outlives the run
 * that started it.
 */
public final class Server {
  /** Within HAPI's own default of fifty a page: the reader's hundred must be cut, so that paging is exercised. */
  private static final int LARGEST_PAGE = 50;

  public static void main(String[] arguments) {
    try {
      start(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
    } catch (Exception e) {
      e.printStackTrace();
      // Threads of the half-made context would keep the process.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void start(int port) throws Exception {
    // HAPI's own switch: quartz keeps the process alive for minutes otherwise.
    System.setProperty("scheduling_disabled", "true");
    var jetty = new org.eclipse.jetty.server.Server();
    var connector = new ServerConnector(jetty);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    // Before the context, which takes twenty seconds: a busy port is told at once.
    connector.open();
    jetty.addConnector(connector);
    System.out.println("PORT " + connector.getLocalPort());
    stopWithStandardInput();

    var context = new AnnotationConfigApplicationContext(Settings.class);
    var handler = new ServletContextHandler("/");
    handler.addServlet(new ServletHolder(restfulServer(context)), "/fhir/*");
    jetty.setHandler(handler);
    jetty.start();
  }

  private static void stopWithStandardInput() {
    var watch = new Thread(() -> {
      try {
        while (System.in.read() >= 0) continue;
      } catch (IOException e) {
        System.err.println("Standard input broke: " + e.getMessage());
      }
      // Nothing is kept, so nothing needs an orderly end.
      Runtime.getRuntime().halt(0);
    });
    watch.setDaemon(true);
    watch.start();
  }

  private static RestfulServer restfulServer(AnnotationConfigApplicationContext context) {
    var fhir = context.getBean(FhirContext.class);
    var systemDao = context.getBean(IFhirSystemDao.class);
    var searchParameters = context.getBean(ISearchParamRegistry.class);
    var storage = context.getBean(JpaStorageSettings.class);
    var server = new RestfulServer(fhir);
    server.setInterceptorService(context.getBean(IInterceptorService.class));
    server.registerProviders(context.getBean(ResourceProviderFactory.class).createProviders());
    server.registerProvider(context.getBean(JpaSystemProvider.class));
    server.setServerConformanceProvider(new JpaCapabilityStatementProvider(
        server, systemDao, storage, searchParameters, context.getBean(IValidationSupport.class)));
    var paging = context.getBean(DatabaseBackedPagingProvider.class);
    paging.setMaximumPageSize(LARGEST_PAGE);
    server.setPagingProvider(paging);
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.registerInterceptor(new CorsInterceptor(forAppsOfOtherOrigins()));
    return server;
  }

  /** As a companion server it is asked by the app's pages themselves. Without credentials, so any origin may. */
  private static CorsConfiguration forAppsOfOtherOrigins() {
    var cors = new CorsConfiguration();
    cors.setAllowedOrigins(List.of("*"));
    cors.setAllowedHeaders(List.of("*"));
    cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
    cors.setExposedHeaders(List.of("ETag", "Location", "Last-Modified", "Retry-After"));
    return cors;
  }

  @Configuration
  @Import({
    JpaR4Config.class, HapiJpaConfig.class, ThreadPoolFactoryConfig.class, JpaBatch2Config.class, Batch2JobsConfig.class,
    SubscriptionChannelConfig.class,
  })
  static class Settings {
    @Bean
    JpaStorageSettings storageSettings() {
      var settings = new JpaStorageSettings();
      // A search answered from an earlier one would miss what was just written.
      settings.setReuseCachedSearchResultsForMillis(null);
      // $expunge between tests.
      settings.setExpungeEnabled(true);
      settings.setAllowMultipleDelete(true);
      return settings;
    }

    @Bean
    PartitionSettings partitionSettings() {
      return new PartitionSettings();
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
      return new SubscriptionSettings();
    }

    @Bean
    DataSource dataSource() {
      var pool = JdbcConnectionPool.create("jdbc:h2:mem:hapi;DB_CLOSE_DELAY=-1", "sa", "");
      pool.setMaxConnections(30);
      return pool;
    }

    /** HAPI's own factory is the only one that sets the converters its entities rely on. */
    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
        ConfigurableListableBeanFactory beans, FhirContext fhir, JpaStorageSettings storage, DataSource dataSource) {
      var factory = HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, storage);
      factory.setPersistenceUnitName("hapi");
      factory.setDataSource(dataSource);
      var properties = new Properties();
      properties.put("hibernate.dialect", "ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect");
      properties.put("hibernate.hbm2ddl.auto", "create");
      properties.put("hibernate.search.enabled", "false");
      factory.setJpaProperties(properties);
      return factory;
    }

    @Bean
    JpaTransactionManager transactionManager(EntityManagerFactory factory) {
      return new JpaTransactionManager(factory);
    }
  }
}
