package io.github.lenet.maven;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.logging.Log;

/** A log that keeps its lines, each with its level. */
public final class RecordingLog {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final boolean isQuiet;

    /** A log that shows everything. */
    public RecordingLog() {
        this(false);
    }

    private RecordingLog(boolean isQuiet) {
        this.isQuiet = isQuiet;
    }

    /** The log of {@code mvn -q}, which shows errors alone. */
    public static RecordingLog quiet() {
        return new RecordingLog(true);
    }

    /** What a mojo writes to. */
    public Log log() {
        return (Log) Proxy.newProxyInstance(
                Log.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == boolean.class) {
                        return !isQuiet || method.getName().equals("isErrorEnabled");
                    }
                    lines.add(method.getName() + ": " + arguments[0]);
                    return null;
                });
    }

    /** The lines so far, such as {@code info: Training ...}. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines of one level, without the level. */
    public List<String> lines(String level) {
        return lines.stream()
                .filter(line -> line.startsWith(level + ": "))
                .map(line -> line.substring(level.length() + 2))
                .toList();
    }
}
