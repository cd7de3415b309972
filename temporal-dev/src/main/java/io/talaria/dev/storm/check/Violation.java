package io.talaria.dev.storm.check;

import java.util.List;

/**
 * A promise that was broken.
 *
 * @param number the candidate's; empty when it concerns the installation
 * @param keys of sends, messages or requests, to look for in logs
 */
public record Violation(String check, String number, String what, List<String> keys) {}
