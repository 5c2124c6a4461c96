package io.github.lenet.maven.build;

import io.github.lenet.text.Printable;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/**
 * The log of every goal: it makes each message printable, so that no goal can forget to. What a file, a server or a
 * worker says stands in many of them.
 *
 * @param log where the messages go
 * @param commands completes the commands that a message advises
 */
public record PrintableLog(Log log, UnaryOperator<String> commands) implements Log {

    /**
     * Tells whether Maven can print a failure with its causes as they are.
     *
     * @param failure the failure
     * @return false if one of the messages has a character that no log should show
     */
    public static boolean isPrintable(Throwable failure) {
        return causes(failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .allMatch(message -> message.equals(Printable.message(message)));
    }

    /**
     * What Maven would print of a failure with its causes, each message once.
     *
     * @param failure the failure
     * @return the messages, printable, from the failure down to its last cause
     */
    public static String messages(Throwable failure) {
        return causes(failure)
                .map(cause -> Printable.message(Objects.requireNonNullElse(
                        cause.getMessage(), cause.getClass().getName())))
                .reduce((said, next) -> said.contains(next) ? said : said + ": " + next)
                .orElseThrow();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private String printable(CharSequence message) {
        return Printable.message(commands.apply(String.valueOf(message)));
    }

    /** Without the error itself where that is not printable: a stack trace would repeat its message as it is. */
    private void write(
            CharSequence content,
            Throwable error,
            BiConsumer<CharSequence, Throwable> whole,
            Consumer<CharSequence> said) {
        if (isPrintable(error)) {
            whole.accept(printable(content), error);
        } else {
            said.accept(content.isEmpty() ? messages(error) : printable(content) + ": " + messages(error));
        }
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(printable(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        write(content, error, log::debug, log::debug);
    }

    @Override
    public void debug(Throwable error) {
        write("", error, (nothing, printable) -> log.debug(printable), log::debug);
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(printable(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        write(content, error, log::info, log::info);
    }

    @Override
    public void info(Throwable error) {
        write("", error, (nothing, printable) -> log.info(printable), log::info);
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(printable(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        write(content, error, log::warn, log::warn);
    }

    @Override
    public void warn(Throwable error) {
        write("", error, (nothing, printable) -> log.warn(printable), log::warn);
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(printable(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        write(content, error, log::error, log::error);
    }

    @Override
    public void error(Throwable error) {
        write("", error, (nothing, printable) -> log.error(printable), log::error);
    }
}
