package io.teal.release.port;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Why a call failed, by its error code, and whether it is worth another try. The first case whose pattern matches a
 * code counts.
 */
public enum Obstacle {
    /** Others in the account call AWS as well: the time that is lost does not count against a step's deadline. */
    THROTTLED(
            Kind.PASSING,
            ".*Throttl.*|TooManyRequests.*|RequestLimitExceeded|SlowDown|Http429|Late",
            "try again later"),
    /** Passes by itself: the call is repeated until its step's deadline. */
    PASSING(
            Kind.PASSING,
            "ExecutionLimitExceeded.*|.*Internal.*|ServiceUnavailable.*|Http(5..|408)|Unanswered|NotYet|Answer|Timeout"
                    + "|RequestTimeout.*|HealthUnavailable.*|TrustStoreNotReady.*|DeploymentNotStarted.*"
                    + "|Invalid(Next)?Token(Exception)?|PaginationTokenExpired.*|ExpiredToken.*|RequestExpired"
                    + "|ConcurrentModification.*",
            "try again later"),
    /** Somebody else's work that ends: it is waited for as long, and is no refusal. */
    SOMEONE_ELSES(
            Kind.SOMEONE_ELSES,
            "DeploymentLimitExceeded.*|DeploymentAlreadyCompleted.*|ScalingActivityInProgress.*|ResourceContention.*"
                    + "|ResourceInUse.*|ExecutionAlreadyExists",
            "wait until the other has ended"),
    /** Several rules forward to both colours. */
    SECOND_RULE(
            Kind.LASTING,
            "Ambiguous",
            "let one rule only forward to both colours: change or delete the others, then deploy"),
    /** The function's role may not. A right that the same operation gives reaches every host of AWS a little later. */
    RIGHTS(
            Kind.LASTING,
            "AccessDenied.*|KmsAccessDenied.*|.*NotAuthorized.*|UnauthorizedOperation|UnrecognizedClient.*"
                    + "|InvalidClientTokenId|OptInRequired",
            "let the role of the release function make this call; an SCP or a boundary may deny it") {
        @Override
        Duration settles() {
            return Duration.ofMinutes(1);
        }
    },
    /** Something is gone. What has just been made may be missing for a little while. */
    MISSING(
            Kind.LASTING,
            "NotThere|.*NotFound(Exception)?|.*(DoesNotExist|DoNotExist)(Exception)?|StateMachineDeleting.*"
                    + "|KmsInvalidState.*",
            "restore what is missing, then deploy") {
        @Override
        Duration settles() {
            return Duration.ofMinutes(1);
        }
    },
    /** AWS refuses what was asked for, and will again. */
    REFUSED(
            Kind.LASTING,
            "Validation.*|Invalid.*|.*Required(Exception)?|Missing.*|Malformed.*|.*Unsupported.*|.*NotSupported.*"
                    + "|TooMany.*|.*Limit(Exceeded.*|Exception)?|.*SizeExceeded.*|.*AlreadyExists.*|Duplicate.*"
                    + "|Incompatible.*|OperationNotPermitted.*|.*CannotBe.*|DescriptionTooLong.*",
            "change what AWS refuses, then deploy"),
    /** A code that nobody has classed: taken for passing, so that the step's deadline decides. */
    UNKNOWN(Kind.PASSING, ".*", "try again later");

    /** What a run does about it. */
    public enum Kind {
        PASSING,
        /** A run that goes forward turns back at once, and nothing is asked again. */
        LASTING,
        SOMEONE_ELSES
    }

    private final Kind kind;
    private final Pattern codes;
    private final String remedy;

    Obstacle(Kind kind, String codes, String remedy) {
        this.kind = kind;
        this.codes = Pattern.compile(codes);
        this.remedy = remedy;
    }

    /** The obstacle behind AWS's error {@code code}. */
    public static Obstacle of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.codes.matcher(code).matches())
                .findFirst()
                .orElseThrow();
    }

    /** What a run does about it. */
    public Kind kind() {
        return kind;
    }

    /** What a person does about it, one line. */
    public String remedy() {
        return remedy;
    }

    /** Whether it stays until a person changes something, as far as a run can know that has gone on for {@code age}. */
    public boolean lasts(Duration age) {
        return kind == Kind.LASTING && age.compareTo(settles()) >= 0;
    }

    /** How long after a run began it may still pass. */
    Duration settles() {
        return Duration.ZERO;
    }
}
