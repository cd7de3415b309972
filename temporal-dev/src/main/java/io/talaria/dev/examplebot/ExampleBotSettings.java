package io.talaria.dev.examplebot;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param secret that Talaria signs its turns with; follows Talaria's own configuration
 */
@ConfigurationProperties("talaria.simulator.example-bot")
record ExampleBotSettings(String secret) {}
