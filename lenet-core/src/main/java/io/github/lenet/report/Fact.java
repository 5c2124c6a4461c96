package io.github.lenet.report;

/**
 * A line of a list in a report.
 *
 * @param title what the value is
 * @param value the value, ready to be read
 */
public record Fact(String title, String value) {}
