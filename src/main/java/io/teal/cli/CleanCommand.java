package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.operate.clean.CleanUp;
import io.teal.operate.clean.Unused;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code teal clean}: removes what releases leave behind. */
@Command(
        name = "clean",
        description = {
            "Lists what a stack's releases have left behind and nothing uses: launch template versions older than the"
                    + " last 20, and images. Changes nothing without --yes.",
            "An image is not deleted here: it loses its tag teal:keep, and the lifecycle policy of its ImagePipeline"
                    + " deletes it."
        })
final class CleanCommand extends StackVerb {
    @Option(names = "--yes", description = "removes what is listed")
    private boolean yes;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "images of the newest builds and of the last releases that stay. Default: 20",
            defaultValue = "20")
    private int keep;

    CleanCommand(Opener opener) {
        super(opener);
    }

    @Override
    public Integer call() {
        if (keep < 1) {
            throw new RefusedException("--keep must be 1 or more, got " + keep, "see teal clean --help");
        }
        CleanUp cleanUp = new CleanUp(open());
        Unused unused = cleanUp.read(stack(), keep);
        if (unused.none()) {
            print(List.of(unused.stack() + " has left nothing behind"));
            return ExitCode.DONE.code();
        }
        print(unused.lines());
        if (!yes) {
            print(List.of("nothing was changed; remove them: teal clean " + unused.stack() + " --yes"));
            return ExitCode.LEFT.code();
        }
        cleanUp.remove(unused);
        print(List.of("removed"));
        return ExitCode.DONE.code();
    }
}
