package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.drive.ChainGoal;
import io.teal.operate.drive.DeployChain;
import io.teal.operate.next.ReleaseFiles;
import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import io.teal.release.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code teal release} and {@code teal retire}: write the release file and deploy, until it is done. */
abstract class ReleaseCommand extends StackVerb {
    @Option(names = "--service", paramLabel = "NAME", description = "the service, in a stack of several")
    private String service;

    @Option(names = "--file", paramLabel = "FILE", description = "the release file. Default: the only one")
    private Path file;

    @Option(
            names = "--deploy",
            paramLabel = "COMMAND",
            description = "what deploys, run by sh -c. Default: npx cdk deploy")
    private String deploy = "npx cdk deploy";

    private ReleaseCommand(Opener opener) {
        super(opener);
    }

    abstract ChainGoal goal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        ChainGoal goal = goal();
        Path released = file == null ? ReleaseFiles.near(Path.of("")).only() : file;
        DeployChain chain = new DeployChain(open(), this::deploy, released, line -> print(List.of(line)));
        return switch (chain.lead(stack(), Optional.ofNullable(service), goal)) {
            case DONE -> ExitCode.DONE.code();
            case WENT_BACK -> ExitCode.WENT_BACK.code();
            case NEEDS_HUMAN -> ExitCode.NEEDS_HUMAN.code();
        };
    }

    private int deploy() throws IOException, InterruptedException {
        print(List.of("$ " + deploy));
        return new ProcessBuilder("sh", "-c", deploy).inheritIO().start().waitFor();
    }

    /** {@code teal release}. */
    @Command(
            name = "release",
            description = {
                "Releases VERSION: writes the release file and deploys, as often as it takes.",
                "What is left to do follows from what is deployed: stopped anywhere and run again, it goes on from"
                        + " there."
            })
    static final class Releasing extends ReleaseCommand {
        @Parameters(index = "0", paramLabel = "VERSION", description = "the version")
        private String version;

        @Option(
                names = "--by",
                paramLabel = "STRATEGY",
                description = "one deploy for each share, as linear:10%%,30m; alarms are watched between them, too")
        private Strategy by;

        Releasing(Opener opener) {
            super(opener);
        }

        @Override
        ChainGoal goal() {
            try {
                return new ChainGoal.Released(Version.of(version), Optional.ofNullable(by));
            } catch (InvalidValueException malformed) {
                throw new RefusedException(malformed.getMessage(), "write the version as it was published");
            }
        }
    }

    /** {@code teal retire}. */
    @Command(
            name = "retire",
            description = "Removes the fleet of the colour without traffic: writes that, and deploys.")
    static final class Retiring extends ReleaseCommand {
        Retiring(Opener opener) {
            super(opener);
        }

        @Override
        ChainGoal goal() {
            return new ChainGoal.Retired();
        }
    }
}
