/**
 * What is compared: each class is the {@code main} of a process of its own, which trains LeNet-5 when it is told to,
 * and answers how long that took. So one contender's threads, native libraries and heap are not another's, and all of
 * them are warm at the same time.
 */
package io.github.lenet.benchmark.contender;
