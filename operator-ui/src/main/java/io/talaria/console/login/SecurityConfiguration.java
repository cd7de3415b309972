package io.talaria.console.login;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Everything behind the login, but for what a browser or a load balancer needs before it. */
@EnableWebSecurity
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /**
   * Vaadin bootstraps with inline scripts, hence 'unsafe-inline'; what matters is that nothing
   * comes from and goes to elsewhere, and that no page of ours stands in a frame.
   */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
          + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws:"
          + " wss:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  @Bean
  PasswordEncoder passwords() {
    return new BCryptPasswordEncoder();
  }

  /** Health for load balancers; a chain of its own, since Vaadin's would ask for a login. */
  @Bean
  @Order(1)
  SecurityFilterChain health(HttpSecurity http) throws Exception {
    return http.securityMatcher("/actuator/**", "/error")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**", "/error")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .csrf(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, AuthenticationProvider operators) throws Exception {
    return http.authenticationProvider(operators)
        .headers(
            headers ->
                headers
                    .withObjectPostProcessor(early())
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .frameOptions(frame -> frame.deny()))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/talaria/**", "/vendor/**", "/aura/**", "/error/**")
                    .permitAll())
        .with(
            vaadin(),
            pages ->
                pages
                    .loginView(LoginView.class, "/login")
                    .defaultSuccessUrl("/inbox")
                    // What is no page of ours is answered by our own page that says so.
                    .anyRequest(url -> url.authenticated()))
        .formLogin(
            form ->
                form.failureHandler(
                    (request, response, failure) ->
                        response.sendRedirect(request.getContextPath() + "/login?" + why(failure))))
        .build();
  }

  private static String why(AuthenticationException failure) {
    return switch (failure) {
      case LockedException locked -> "locked";
      case AuthenticationServiceException away -> "away";
      default -> "wrong";
    };
  }

  /**
   * Vaadin's pages are forwarded to, and Tomcat closes a forwarded response before late headers.
   */
  private static ObjectPostProcessor<HeaderWriterFilter> early() {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends HeaderWriterFilter> O postProcess(O filter) {
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
      }
    };
  }
}
