package io.github.lenet.store;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a store says, for a test to look at. */
final class RecordedMessages implements DownloadListener {

    final List<String> lines = new ArrayList<>();

    @Override
    public void message(String line) {
        lines.add(line);
    }

    @Override
    public void progress(DownloadProgress progress) {
        lines.add(progress.text());
    }
}
