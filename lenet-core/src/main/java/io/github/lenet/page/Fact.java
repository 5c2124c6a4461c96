package io.github.lenet.page;

/** A line of a list in a page: what it is, and what is so. */
record Fact(String title, String value) {}
