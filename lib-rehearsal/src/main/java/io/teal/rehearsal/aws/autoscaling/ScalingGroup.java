package io.teal.rehearsal.aws.autoscaling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An Auto Scaling group: a colour's own, or one whose hosts both colours share. */
interface ScalingGroup {
    /** The group in its current template. */
    FleetModel model();

    /** The desired capacity. */
    int desired();

    /** The group of each of its hosts in service as it was at launch, by host id; one that terminates is not. */
    Map<String, FleetModel> members();

    /** Launches that failed, newest first. */
    default List<Activities.FailedLaunch> failedLaunches() {
        return List.of();
    }

    /** Grows or shrinks to {@code size}, as {@code SetDesiredCapacity} does; completed when what leaves has left. */
    CompletableFuture<Void> resize(int size);

    /**
     * Sets sizes as a scheduled action does: the desired capacity becomes what is given, or the nearest that is
     * allowed.
     *
     * @return what was done, in words
     */
    default String scheduled(ScheduledSize.Sizes sizes) {
        FleetModel.GroupSize wanted = model().size().with(sizes);
        if (wanted.within(sizes.desired().orElse(wanted.min()))
                        != sizes.desired().orElse(wanted.min())
                || wanted.min() > wanted.max()) {
            return "refused, as " + wanted.text(sizes.desired().orElse(desired())) + " is no group";
        }
        limit(wanted);
        int size = sizes.desired().orElse(wanted.within(desired()));
        resize(size);
        return model().id() + " has " + wanted.text(size);
    }

    /** Gives it other limits, until a template does. */
    void limit(FleetModel.GroupSize size);

    /** Applies a changed template: resizes, and replaces hosts if the update policy says so. */
    CompletableFuture<Void> startUpdate(FleetModel changed, RefreshWatch watch);

    /** Terminates every host. */
    CompletableFuture<Void> endAll();
}
