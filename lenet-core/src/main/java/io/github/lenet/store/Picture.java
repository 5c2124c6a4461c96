package io.github.lenet.store;

import java.nio.file.Path;

/**
 * A picture of a user's folder.
 *
 * @param file where it lies
 * @param className the name of its folder
 * @param isTest whether its class lies below the folder for the test
 */
record Picture(Path file, String className, boolean isTest) {}
