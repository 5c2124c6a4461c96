package io.github.lenet.maven.worker;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.SessionData;

/**
 * Lets the trainings of one build run one after another: each uses every core, and two at a time would only take each
 * other's.
 *
 * <p>The lock lives in the data of the session, as a plain JDK object, and not in a static field: two modules can load
 * this class twice.
 */
public final class WorkerQueue {

    private static final String KEY = "io.github.lenet.worker-queue";

    private final Lock lock;
    private final Log log;

    /**
     * Joins the queue of a build.
     *
     * @param data the data of the resolver's session, one for each build
     * @param log where the wait is announced
     */
    public WorkerQueue(SessionData data, Log log) {
        // Sets the value only where there is none.
        data.set(KEY, null, new ReentrantLock(true));
        this.lock = (Lock) data.get(KEY);
        this.log = log;
    }

    /**
     * Waits for the turn. The caller must {@link #leave} after it.
     *
     * @throws InterruptedException if Maven wants to stop
     */
    void enter() throws InterruptedException {
        if (!lock.tryLock()) {
            log.info("Waiting for another training of this build to end; each uses every core");
            lock.lockInterruptibly();
        }
    }

    /** Lets the next one run. */
    void leave() {
        lock.unlock();
    }
}
