package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.process.Reaper;
import java.util.concurrent.TimeUnit;

/**
 * One running host.
 *
 * @param id unique in the run
 * @param port the port it listens on
 * @param fleet the fleet as it was when the host was launched
 * @param process its process
 * @param zone its availability zone, 0 or 1
 * @param since when it was launched, in {@link System#nanoTime}
 */
public record Host(String id, int port, FleetModel fleet, Process process, int zone, long since) {
    private static final int STOP_SECONDS = 10;

    /** Kills it at once, as if EC2 lost the instance. */
    void kill() {
        Reaper.kill(process.toHandle());
    }

    /** Asks it to stop, and kills it if it does not within ten seconds. */
    void stop() throws InterruptedException {
        Reaper.family(process.toHandle()).forEach(ProcessHandle::destroy);
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
            process.waitFor();
        }
    }
}
