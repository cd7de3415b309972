package io.talaria.dev.slack;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param botToken expected as bearer; Slack's default follows Talaria's own configuration
 */
@ConfigurationProperties("talaria.simulator.slack")
record SlackSettings(String botToken) {}
