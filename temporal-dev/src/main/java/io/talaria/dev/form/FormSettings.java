package io.talaria.dev.form;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param door Talaria's, without the form's id
 * @param secret signs what is handed in
 */
@ConfigurationProperties("talaria.simulator.forms")
record FormSettings(URI door, String secret) {}
