package io.github.lenet.fuzz;

import io.github.lenet.io.Sha256;
import io.github.lenet.json.DamagedJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What a disk, a transfer or an attacker can make of a file. The same random numbers do the same damage. */
final class Damage {

    /** Lengths, counts and offsets that programs do not expect. */
    private static final int[] EXTREMES = {
        0, 1, -1, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFF7, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    /** Names that a zip can give an entry, with its right one. */
    private static final List<String> NAMES = List.of(
            "../@",
            "/@",
            "@/",
            "a/@",
            "a\\@",
            "@.gz",
            "@\n::error::\u001b[2J",
            "\u202e@",
            "long/".repeat(5_000) + "@",
            "");

    /** Most numbers that decide how the rest is read stand at the beginning. */
    private static final int BEGINNING = 64;

    private static final int TAR_BLOCK = 512;
    private static final int TAR_SIZE = 124;
    private static final int TAR_CHECKSUM = 148;
    private static final int TAR_TYPE = 156;
    private static final int TAR_MAGIC = 257;

    /** Files, links, folders, sparse files, long names, and the headers of several programs. */
    private static final String TAR_TYPES = "0123567LKSxgXDMNV\0";

    private static final int DIGEST_BYTES = 32;
    private static final int CHECKPOINT_HEADER = 16;

    private Damage() {}

    /** Damages a few places. */
    static byte[] bytes(byte[] whole, RandomGenerator random) {
        var bytes = whole;
        for (var count = 1 + random.nextInt(4); count > 0; count--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] whole, RandomGenerator random) {
        if (whole.length < Long.BYTES) {
            return Arrays.copyOf(whole, 1 + random.nextInt(Long.BYTES));
        }
        var place = random.nextInt(random.nextBoolean() ? Math.min(BEGINNING, whole.length) : whole.length);
        var bytes = whole.clone();
        switch (random.nextInt(7)) {
            case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 1 -> bytes[place] = (byte) random.nextInt();
            case 2 -> put(bytes, Math.min(place, bytes.length - Integer.BYTES), extreme(random));
            case 3 -> bytes = Arrays.copyOf(bytes, place);
            case 4 -> bytes = joined(bytes, place, Math.min(bytes.length, place + 1 + random.nextInt(16)), new byte[0]);
            case 5 -> bytes = joined(bytes, place, place, noise(1 + random.nextInt(16), random));
            default -> bytes = joined(bytes, place, place, Arrays.copyOfRange(whole, random.nextInt(place + 1), place));
        }
        return bytes;
    }

    private static int extreme(RandomGenerator random) {
        var value = EXTREMES[random.nextInt(EXTREMES.length)];
        return random.nextBoolean() ? value : Integer.reverseBytes(value);
    }

    private static void put(byte[] bytes, int place, int value) {
        for (var i = 0; i < Integer.BYTES; i++) {
            bytes[place + i] = (byte) (value >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
        }
    }

    private static byte[] noise(int length, RandomGenerator random) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** Damages a value of a JSON text, or sometimes the text. */
    static byte[] json(byte[] whole, RandomGenerator random) {
        if (random.nextInt(5) == 0) {
            return bytes(whole, random);
        }
        return DamagedJson.any(new String(whole, StandardCharsets.UTF_8), random)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Damages what one entry of a zip holds, with the right checksum, or sometimes the zip. */
    static byte[] zip(byte[] whole, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return bytes(whole, random);
        }
        var entries = entries(whole);
        var name = List.copyOf(entries.keySet()).get(random.nextInt(entries.size()));
        if (random.nextInt(6) == 0) {
            rename(entries, name, random);
        } else {
            entries.computeIfPresent(
                    name, (entry, content) -> entry.endsWith(".json") ? json(content, random) : bytes(content, random));
        }
        return packed(entries);
    }

    /** Takes an entry away, or gives what it holds, or nothing, another name as well. */
    private static void rename(Map<String, byte[]> entries, String name, RandomGenerator random) {
        var other = NAMES.get(random.nextInt(NAMES.size())).replace("@", name);
        switch (random.nextInt(3)) {
            case 0 -> entries.remove(name);
            case 1 -> entries.put(other, entries.remove(name));
            default -> entries.put(other, random.nextBoolean() ? entries.get(name) : new byte[0]);
        }
        if (entries.isEmpty()) {
            entries.put(other, new byte[0]);
        }
    }

    /** What a zip holds, by the names. */
    static Map<String, byte[]> entries(byte[] zip) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return entries;
    }

    /** A zip of files by their names. */
    static byte[] packed(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                var checksum = new CRC32();
                checksum.update(entry.getValue());
                var stored = new ZipEntry(entry.getKey());
                stored.setTime(0);
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(entry.getValue().length);
                stored.setCrc(checksum.getValue());
                zip.putNextEntry(stored);
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** Damages the first header of a tar or any block, mostly with the right checksum, or sometimes anything. */
    static byte[] tar(byte[] whole, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return bytes(whole, random);
        }
        var tar = whole.clone();
        int block = random.nextBoolean() ? 0 : TAR_BLOCK * random.nextInt(tar.length / TAR_BLOCK);
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            switch (random.nextInt(4)) {
                case 0 -> tar[block + TAR_TYPE] = (byte) TAR_TYPES.charAt(random.nextInt(TAR_TYPES.length()));
                case 1 -> tar[block + TAR_SIZE + random.nextInt(11)] = (byte) ('0' + random.nextInt(8));
                case 2 -> {
                    // So a size is written that is too long for digits.
                    tar[block + TAR_SIZE] = (byte) (random.nextBoolean() ? 0x80 : 0xFF);
                    put(tar, block + TAR_SIZE + Integer.BYTES, extreme(random));
                    put(tar, block + TAR_SIZE + 2 * Integer.BYTES, extreme(random));
                }
                default -> tar[block + random.nextInt(TAR_BLOCK)] = (byte) random.nextInt();
            }
        }
        if (random.nextInt(8) > 0) {
            repair(tar, block);
        }
        return tar;
    }

    /** Gives every header of a tar its right checksum. */
    static byte[] withChecksums(byte[] tar) {
        var repaired = tar.clone();
        for (var block = 0; block + TAR_BLOCK <= tar.length; block += TAR_BLOCK) {
            if (new String(tar, block + TAR_MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
                repair(repaired, block);
            }
        }
        return repaired;
    }

    /** The sum of all bytes of a header, those of the sum itself as spaces. */
    private static void repair(byte[] tar, int block) {
        Arrays.fill(tar, block + TAR_CHECKSUM, block + TAR_CHECKSUM + 8, (byte) ' ');
        var sum = 0;
        for (var i = 0; i < TAR_BLOCK; i++) {
            sum += Byte.toUnsignedInt(tar[block + i]);
        }
        var digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, tar, block + TAR_CHECKSUM, digits.length);
    }

    /** Damages the header of a checkpoint, or anything in it, and mostly gives it the right length and digest again. */
    static byte[] checkpoint(byte[] whole, RandomGenerator random) {
        var content = Arrays.copyOf(whole, whole.length - DIGEST_BYTES);
        content = random.nextInt(3) == 0
                ? bytes(content, random)
                : withHeader(content, json(checkpointHeader(whole), random));
        var digest = random.nextInt(8) == 0 ? noise(DIGEST_BYTES, random) : digest(content);
        return joined(content, content.length, content.length, digest);
    }

    /** The JSON in a checkpoint. */
    static byte[] checkpointHeader(byte[] checkpoint) {
        return Arrays.copyOfRange(checkpoint, CHECKPOINT_HEADER, CHECKPOINT_HEADER + length(checkpoint));
    }

    /** The same checkpoint with other JSON, its right length and digest. */
    static byte[] withCheckpointHeader(byte[] checkpoint, byte[] header) {
        var content = withHeader(Arrays.copyOf(checkpoint, checkpoint.length - DIGEST_BYTES), header);
        return joined(content, content.length, content.length, digest(content));
    }

    private static byte[] withHeader(byte[] content, byte[] header) {
        var changed = joined(content, CHECKPOINT_HEADER, CHECKPOINT_HEADER + length(content), header);
        put(changed, CHECKPOINT_HEADER - Integer.BYTES, header.length);
        return changed;
    }

    private static byte[] digest(byte[] content) {
        return HexFormat.of().parseHex(Sha256.hex(content));
    }

    /** Damages the header of safetensors, with its right length, or sometimes anything. */
    static byte[] safetensors(byte[] whole, RandomGenerator random) {
        return random.nextInt(3) == 0
                ? bytes(whole, random)
                : withSafetensorsHeader(whole, json(safetensorsHeader(whole), random));
    }

    /** The JSON in safetensors. */
    static byte[] safetensorsHeader(byte[] safetensors) {
        return Arrays.copyOfRange(safetensors, Long.BYTES, safetensorsHeaderEnd(safetensors));
    }

    /** The same safetensors with other JSON and its right length. */
    static byte[] withSafetensorsHeader(byte[] safetensors, byte[] header) {
        var bytes = joined(safetensors, Long.BYTES, safetensorsHeaderEnd(safetensors), header);
        littleEndian(bytes).putLong(header.length);
        return bytes;
    }

    private static int safetensorsHeaderEnd(byte[] safetensors) {
        return Long.BYTES + (int) littleEndian(safetensors).getLong();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int length(byte[] checkpoint) {
        var length = 0;
        for (var i = CHECKPOINT_HEADER - Integer.BYTES; i < CHECKPOINT_HEADER; i++) {
            length = length << Byte.SIZE | Byte.toUnsignedInt(checkpoint[i]);
        }
        return length;
    }
}
