package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.SampleService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

class ArchiveTest {
    private static final Set<PosixFilePermission> OWN =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    @TempDir
    private Path out;

    /** Or a changed archive would go to AWS under the hash of the one before, and Lambda would keep running that. */
    @Test
    void theHashThatTheBuildWroteIsThatOfTheCode() throws Exception {
        assertThat(Archive.hash()).isEqualTo(sha256(Archive.code()));
    }

    @Test
    void theCodeIsWrittenOnceToAFolderThatNobodyElseCanWrite() throws IOException {
        Path code = Archive.code();
        assertThat(Archive.code()).isEqualTo(code);
        for (Path folder : List.of(code.getParent(), code.getParent().getParent())) {
            assertThat(folder).isDirectory();
            assertThat(Files.isSymbolicLink(folder)).isFalse();
            assertThat(Files.getOwner(folder)).isEqualTo(Files.getOwner(out));
            assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(OWN);
        }
    }

    /** The code was taken from this file once, by whomever it had been put there. */
    @Test
    void aFileUnderTheNameThatTheCodeOnceHadIsNotTheFunctionsCode() throws Exception {
        Path planted = Path.of(
                System.getProperty("java.io.tmpdir"),
                "teal-function-" + Archive.hash().substring(0, 16) + ".zip");
        Files.writeString(planted, "planted");
        try {
            assertThat(sha256(staged(Map.of()))).isEqualTo(Archive.hash());
        } finally {
            Files.delete(planted);
        }
    }

    @Test
    void theCodeIsStagedAlsoWhereStagingIsOffBecauseItsFolderGoesWithTheJvm() throws Exception {
        assertThat(sha256(staged(Map.of("aws:cdk:disable-asset-staging", true))))
                .isEqualTo(Archive.hash());
    }

    private Path staged(Map<String, Object> context) throws IOException {
        App app = new App(
                AppProps.builder().outdir(out.toString()).context(context).build());
        NoticeSettings nobody = new NoticeSettings(Optional.empty(), Optional.empty());
        new Machinery(
                new Stack(app, SampleService.STACK),
                "Run",
                new Machinery.Job("orders", "-", List.of(), List.of(), nobody));
        app.synth();
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
