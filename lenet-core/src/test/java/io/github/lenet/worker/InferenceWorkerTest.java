package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.IdxArray;
import io.github.lenet.dataset.IdxReader;
import io.github.lenet.dataset.IdxType;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.io.Sha256;
import io.github.lenet.onnx.OnnxFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Inferences in a process of their own, as {@code lenet:verify} starts it for an ONNX file. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InferenceWorkerTest {

    @TempDir
    private Path folder;

    @Test
    void leavesTheOutputsInAFile() throws Exception {
        var images = OnnxFiles.images();
        var logits = OnnxFiles.logits();

        try (var worker = worker(Sha256.hex(OnnxFiles.network()))) {
            var events = worker.remainingEvents();
            var output = Files.readString(folder.resolve("log"));
            assertThat(events).as(output).containsExactly(new WorkerEvent.Inferred(images.size()));
            assertThat(worker.status()).as(output).isEqualTo(WorkerExit.OK.status());
        }
        var outputs = IdxReader.read(folder.resolve("outputs"));
        assertThat(outputs.type()).isEqualTo(IdxType.FLOAT);
        assertThat(outputs.dimensions()).containsExactly(200, 10);
        for (var i = 0; i < logits.length; i++) {
            assertThat(outputs.value(i)).isCloseTo(logits[i], within(1e-4));
        }
    }

    @Test
    void refusesAFileThatIsAnotherOneByNow() throws Exception {
        try (var worker = worker("0123456789abcdef".repeat(4))) {
            assertThat(((WorkerEvent.Failed) worker.nextEvent()).message())
                    .startsWith(OnnxFiles.network() + " is no usable ONNX model: it is another file than a moment ago");
            assertThat(worker.status()).isEqualTo(WorkerExit.BAD_DATA.status());
        }
        assertThat(folder.resolve("outputs")).doesNotExist();
    }

    private WorkerProcess worker(String sha256) throws Exception {
        var images = OnnxFiles.images();
        var file = folder.resolve("images");
        IdxWriter.write(file, new IdxArray(IdxType.UNSIGNED_BYTE, List.of(images.size(), 1, 28, 28), images.pixels()));
        var request =
                new InferenceRequest(OnnxFiles.network(), sha256, OnnxFiles.INPUT, file, 10, folder.resolve("outputs"));
        return WorkerProcess.start(request, folder.resolve("log"));
    }
}
