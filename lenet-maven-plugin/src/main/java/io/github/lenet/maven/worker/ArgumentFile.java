package io.github.lenet.maven.worker;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code @file} that carries a command line: no limit on its length, and no shell that could misread a space. */
final class ArgumentFile {

    /** The {@code java} launcher reads the file byte for byte, as it reads its own arguments. */
    private static final Charset CHARSET = Charset.forName(
            System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));

    private ArgumentFile() {}

    /**
     * The content of the file.
     *
     * @param arguments what follows {@code java} on the command line
     * @return one quoted argument a line
     */
    static byte[] bytes(List<String> arguments) {
        return arguments.stream()
                .map(argument -> '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()))
                .getBytes(CHARSET);
    }
}
