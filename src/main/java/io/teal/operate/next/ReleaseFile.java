package io.teal.operate.next;

import io.teal.operate.RefusedException;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A release file.
 *
 * @param path where it is
 * @param text its text
 * @param request the release in it
 */
public record ReleaseFile(Path path, String text, ReleaseRequest request) {

    /**
     * Reads the file at {@code path}.
     *
     * @throws RefusedException if there is none
     * @throws io.teal.release.BadReleaseException if it does not make a release
     */
    public static ReleaseFile read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new RefusedException(
                    "there is no file " + path,
                    "the first release is written by hand: activeColor=blue, blueVersion=1.0.0 and greenVersion=none,"
                            + " a line each");
        }
        String text = Files.readString(path);
        return new ReleaseFile(path, text, ReleaseFormat.parseFile(text, path.toString()));
    }

    /**
     * Writes {@code next} into the file: atomically, and following symbolic links.
     *
     * @return the file with the new text
     */
    public ReleaseFile write(ReleaseRequest next) throws IOException {
        String changed = new FileText(text, request).with(next);
        ReleaseFile after = new ReleaseFile(path, changed, ReleaseFormat.parseFile(changed, path.toString()));
        if (!after.request().equals(next)) {
            throw new IllegalStateException(path + " would say " + after.request() + " instead of " + next);
        }
        Path file = path.toRealPath();
        Path draft = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.writeString(draft, changed);
            copyPermissions(file, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        return after;
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }
}
