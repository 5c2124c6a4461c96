package io.github.lenet.maven.backend;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the libraries of the CUDA 11 toolkit that ND4J's own link to. */
final class CudaLibraries {

    private static final List<String> LINUX = List.of("libcublas.so.11", "libcusolver.so.11");

    private static final List<String> LINUX_FOLDERS = List.of(
            "/usr/local/cuda/lib64",
            "/usr/local/cuda/targets/x86_64-linux/lib",
            "/usr/local/cuda-11/lib64",
            "/usr/local/cuda-11.6/lib64",
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib64",
            "/usr/lib");

    private static final List<String> WINDOWS = List.of("cublas64_11.dll", "cusolver64_11.dll");

    private CudaLibraries() {}

    /**
     * Looks in the places where the toolkit is installed and where the system's loader looks.
     *
     * @param platform operating system and processor
     * @param environment variables of this process
     * @return the first of the libraries that is in none of them, or empty if all are there
     */
    static Optional<String> missing(CudaPlatform platform, Map<String, String> environment) {
        return platform == CudaPlatform.WINDOWS
                ? missing(WINDOWS, folders(environment, "PATH", "bin", List.of()))
                : missing(LINUX, folders(environment, "LD_LIBRARY_PATH", "lib64", LINUX_FOLDERS));
    }

    private static Optional<String> missing(List<String> libraries, List<String> folders) {
        return libraries.stream()
                .filter(library -> folders.stream().noneMatch(folder -> new File(folder, library).exists()))
                .findFirst();
    }

    private static List<String> folders(
            Map<String, String> environment, String variable, String subfolder, List<String> usual) {
        var searched = Arrays.stream(environment.getOrDefault(variable, "").split(File.pathSeparator));
        var toolkit = Stream.of("CUDA_PATH", "CUDA_PATH_V11_6", "CUDA_HOME")
                .map(environment::get)
                .filter(Objects::nonNull)
                .map(home -> home + File.separator + subfolder);
        return Stream.of(searched, toolkit, usual.stream())
                .flatMap(folders -> folders)
                .filter(folder -> !folder.isBlank())
                .toList();
    }
}
