package io.teal.rehearsal.fleet;

import io.teal.rehearsal.model.FleetModel;
import io.teal.rehearsal.process.Reaper;
import java.util.concurrent.TimeUnit;

/**
 * One running host.
 *
 * @param id unique in the run
 * @param port where it answers
 * @param fleet the fleet as it was when the host was launched
 * @param process its process
 */
public record Host(String id, int port, FleetModel fleet, Process process) {
    private static final int STOP_SECONDS = 10;

    /** Asks it to stop, and kills it if it does not within ten seconds. */
    void stop() throws InterruptedException {
        Reaper.family(process.toHandle()).forEach(ProcessHandle::destroy);
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            Reaper.family(process.toHandle()).forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }
    }
}
