package io.teal.cli;

import io.teal.operate.account.Connection;
import io.teal.operate.standin.StandInServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import picocli.CommandLine;

/**
 * Goes through a rollback with a stand-in for AWS, so that the JVM, told to leave an archive of the classes that it has
 * loaded, leaves one of all that a real rollback loads. {@code etc/launch.sh} runs it after a build.
 */
final class ClassArchive {
    private static final String ENDPOINT = "aws.endpointUrl";
    private static final Map<String, String> SETTINGS = Map.of(
            "aws.region", "eu-west-1",
            "aws.accessKeyId", "stand-in",
            "aws.secretAccessKey", "stand-in");

    private ClassArchive() {}

    /** Exits 0 if the rollback has written. */
    public static void main(String[] none) throws IOException {
        try (StandInServer server = StandInServer.small(0, call -> {})) {
            System.exit(rollBack(server));
        }
    }

    /** The exit code of a rollback that {@code server} answers. */
    static int rollBack(StandInServer server) {
        SETTINGS.forEach(System::setProperty);
        System.setProperty(ENDPOINT, server.url());
        try {
            CommandLine line = Teal.commandLine((profile, region) -> hasty(SdkConnection.open(profile, region)))
                    .setOut(new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            return line.execute("rollback", server.stack(), "--yes");
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
            System.clearProperty(ENDPOINT);
        }
    }

    /** {@code real}, whose pauses take no time but by its clock. */
    private static Connection hasty(Connection real) {
        Duration[] paused = {Duration.ZERO};
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return real.clock().instant().plus(paused[0]);
            }

            @Override
            public ZoneId getZone() {
                return real.clock().getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new Connection(
                real.aws(), real.account(), clock, time -> paused[0] = paused[0].plus(time), real.reads());
    }
}
