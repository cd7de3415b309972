package io.talaria.dev;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The addresses of the simulators' pages. */
@Configuration(proxyBeanMethods = false)
class PageRoutes implements WebMvcConfigurer {
  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/phone").setViewName("forward:/phone/index.html");
    registry.addViewController("/slack").setViewName("forward:/slack/index.html");
    registry.addRedirectViewController("/", "/phone");
  }
}
