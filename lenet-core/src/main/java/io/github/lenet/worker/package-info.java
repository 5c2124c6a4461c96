/**
 * The worker process: {@link io.github.lenet.worker.TrainingWorker} is its {@code main}, and the other types are the
 * protocol that it speaks with the process that started it.
 *
 * <ul>
 *   <li>A {@link io.github.lenet.worker.WorkerRequest}, for a training, a search or an inference, goes in, one JSON
 *       object on the first line of the standard input.
 *   <li>{@link io.github.lenet.worker.WorkerEvent}s come out, one JSON object a line, over the socket of an
 *       {@link io.github.lenet.worker.EventServer}: native code prints to the standard output whatever it likes, and
 *       any user of the machine can connect to a port.
 *   <li>The results of a training are files, written beside their targets and moved into place.
 *   <li>The exit status is a {@link io.github.lenet.worker.WorkerExit}.
 *   <li>The end of the standard input means that the parent is gone, and ends the worker.
 * </ul>
 */
@NullMarked
package io.github.lenet.worker;

import org.jspecify.annotations.NullMarked;
