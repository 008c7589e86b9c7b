package io.teal.rehearsal.demo;

import io.teal.rehearsal.demo.FaultEffect.AtAnswer;
import io.teal.rehearsal.demo.FaultEffect.AtBoot;
import io.teal.rehearsal.demo.FaultEffect.AtCheck;
import io.teal.rehearsal.demo.FaultEffect.AtRequest;
import io.teal.rehearsal.demo.FaultEffect.AtStop;
import io.teal.rehearsal.demo.FaultEffect.WhenIdle;
import java.time.Duration;

/** What can be wrong with a demo service, for rehearsals of releases that must fail. */
public enum Fault {
    /** It ends as soon as it has begun. */
    CRASHES("", (AtBoot) none -> {
        throw new IllegalStateException("crashed by FAULT=CRASHES");
    }),
    /** It listens only after so many seconds. */
    BOOTS_IN("seconds", (AtBoot) seconds -> DemoService.sleep((long) (seconds * 1000))),
    /** Its health check always fails. */
    NEVER_HEALTHY("", (AtCheck) zone -> false),
    /** Its health check always fails in zone 0. */
    HALF_HEALTHY("", (AtCheck) zone -> !zone.equals("0")),
    /** It is healthy, and answers every other request 500. */
    ERRORS("", (AtAnswer) (none, traffic) -> 500),
    /** The same, so many seconds after its first request. */
    ERRORS_AFTER("seconds", (AtAnswer) (seconds, traffic) -> traffic.lasts(seconds) ? 500 : 200),
    /** Every request takes so many milliseconds. */
    SLOW("milliseconds", (AtRequest) (millis, traffic) -> {
        DemoService.sleep((long) millis);
        return true;
    }),
    /** It ends by itself, so many seconds after its first request. */
    DIES_AFTER("seconds", (AtRequest) (seconds, traffic) -> {
        if (traffic.lasts(seconds)) {
            Runtime.getRuntime().halt(1);
        }
        return true;
    }),
    /** It answers 503 above so many requests a second. */
    CAPACITY("requests a second", (AtAnswer) (most, traffic) -> traffic.oneMoreInThisSecond() > most ? 503 : 200),
    /** It closes a connection that was idle for so many milliseconds, sooner than any load balancer expects. */
    CLOSES_AFTER("milliseconds", (WhenIdle) (millis, usual) -> Duration.ofMillis((long) millis)),
    /** It is healthy, and resets the connection of any other request instead of answering. */
    RESETS("", (AtRequest) (none, traffic) -> false),
    /** It does not stop when it is asked to. */
    DEAF("", (AtStop) () -> false);

    private final String unit;
    private final FaultEffect effect;

    Fault(String unit, FaultEffect effect) {
        this.unit = unit;
        this.effect = effect;
    }

    /** What its amount counts; empty if it has none. */
    String unit() {
        return unit;
    }

    FaultEffect effect() {
        return effect;
    }
}
