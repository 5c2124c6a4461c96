/**
 * The worker process: {@link io.github.lenet.worker.TrainingWorker} is its {@code main}, and the other types are the
 * protocol that it speaks with the process that started it.
 *
 * <ul>
 *   <li>A {@link io.github.lenet.worker.TrainingRequest} goes in, as a JSON file named on the command line.
 *   <li>{@link io.github.lenet.worker.WorkerEvent}s come out, one JSON object a line, over a loopback socket: native code
 *       prints to the standard output whatever it likes.
 *   <li>The results are files, written beside their targets and moved into place.
 *   <li>The exit status is a {@link io.github.lenet.worker.WorkerExit}.
 *   <li>The end of the standard input means that the parent is gone, and ends the worker.
 * </ul>
 */
package io.github.lenet.worker;
