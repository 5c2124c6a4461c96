package io.github.lenet.maven.dataset;

import io.github.lenet.store.DownloadListener;
import io.github.lenet.store.DownloadProgress;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes what the store of data sets does into Maven's log, a line for each event: no log has to bear control
 * characters.
 */
record DownloadLog(Log log) implements DownloadListener {

    @Override
    public void message(String line) {
        log.info(line);
    }

    @Override
    public void warning(String line) {
        log.warn(line);
    }

    @Override
    public void progress(DownloadProgress progress) {
        log.info(progress.text());
    }
}
