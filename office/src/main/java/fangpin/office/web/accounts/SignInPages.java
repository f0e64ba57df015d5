package fangpin.office.web.accounts;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.OpenToAll;
import fangpin.office.access.Right;
import fangpin.office.access.SecuritySetting;
import fangpin.office.access.SecuritySettings;
import fangpin.office.access.Sessions;
import fangpin.office.access.SignIn;
import fangpin.office.access.SignInLimits;
import fangpin.office.web.Forms;
import fangpin.office.web.Language;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import fangpin.office.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 登录: password, second factor, new password, enrolment; each step a page of its own, in the order the room says. */
@Controller
class SignInPages {
    private static final String PROGRESS = SignIn.Progress.class.getName();
    private static final String OFFERED = SignInPages.class.getName() + ".offered";
    private static final int TOO_MANY = 429;
    private static final int NOT_ACCEPTED = 422;

    private final SignIn signIn;
    private final Sessions sessions;
    private final SecuritySettings settings;
    private final SignInLimits limits;
    private final ExampleLogins examples;
    private final Refusals refusals;
    private final Clock clock;

    SignInPages(
            SignIn signIn,
            Sessions sessions,
            SecuritySettings settings,
            SignInLimits limits,
            ExampleLogins examples,
            Refusals refusals,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
        this.limits = limits;
        this.examples = examples;
        this.refusals = refusals;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/sign-in")
    View form(HttpServletRequest request) {
        return signInForm(request, 200, "", "");
    }

    @OpenToAll
    @PostMapping("/sign-in")
    View password(
            HttpServletRequest request,
            @RequestParam(name = "user", defaultValue = "") String user,
            @RequestParam(name = "password", defaultValue = "") String password) {
        if (limits.tooMany(request.getRemoteAddr())) {
            return signInForm(request, TOO_MANY, words(request).of("access.sign-in.slow"), user);
        }
        return switch (signIn.password(user, password, now())) {
            case Answer.Refused<SignIn.Progress> refused ->
                signInForm(request, NOT_ACCEPTED, sentence(request, refused), user);
            case Answer.Done<SignIn.Progress>(SignIn.Progress progress) -> goOn(request, progress);
        };
    }

    @OpenToAll
    @GetMapping("/sign-in/second-factor")
    View codeForm(HttpServletRequest request) {
        return atStep(request, SignIn.Step.SECOND_FACTOR, progress -> codePage(request, 200, ""));
    }

    @OpenToAll
    @PostMapping("/sign-in/second-factor")
    View code(HttpServletRequest request, @RequestParam(name = "code", defaultValue = "") String code) {
        return atStep(request, SignIn.Step.SECOND_FACTOR, progress -> switch (signIn.secondFactor(
                progress, code, now())) {
            case Answer.Refused<SignIn.Progress> refused -> codePage(request, NOT_ACCEPTED, sentence(request, refused));
            case Answer.Done<SignIn.Progress>(SignIn.Progress further) -> goOn(request, further);
        });
    }

    @OpenToAll
    @GetMapping("/sign-in/password")
    View newPasswordForm(HttpServletRequest request) {
        return atStep(request, SignIn.Step.CHANGE_PASSWORD, progress -> newPasswordPage(request, 200, ""));
    }

    @OpenToAll
    @PostMapping("/sign-in/password")
    View newPassword(
            HttpServletRequest request,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "again", defaultValue = "") String again) {
        return atStep(request, SignIn.Step.CHANGE_PASSWORD, progress -> switch (signIn.changePassword(
                progress, password, again, now())) {
            case Answer.Refused<SignIn.Progress> refused ->
                newPasswordPage(request, NOT_ACCEPTED, sentence(request, refused));
            case Answer.Done<SignIn.Progress>(SignIn.Progress further) -> goOn(request, further);
        });
    }

    @OpenToAll
    @GetMapping("/sign-in/enrol")
    View enrolForm(HttpServletRequest request) {
        return atStep(request, SignIn.Step.ENROL, progress -> enrolPage(request, progress, 200, ""));
    }

    @OpenToAll
    @PostMapping("/sign-in/enrol")
    View enrol(HttpServletRequest request, @RequestParam(name = "code", defaultValue = "") String code) {
        return atStep(request, SignIn.Step.ENROL, progress -> switch (signIn.enrol(
                progress, offered(request), code, now())) {
            case Answer.Refused<SignIn.Progress> refused ->
                enrolPage(request, progress, NOT_ACCEPTED, sentence(request, refused));
            case Answer.Done<SignIn.Progress>(SignIn.Progress further) -> goOn(request, further);
        });
    }

    @Needs(Right.DESK)
    @PostMapping("/sign-out")
    View signOut(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(SignIn.Opened.class.getName()) instanceof SignIn.Opened opened) {
            sessions.close(opened, now());
        }
        session.invalidate();
        return See.other("/sign-in");
    }

    /** Where a sign-in that got this far goes next; at the end the session begins, under a new id. */
    private View goOn(HttpServletRequest request, SignIn.Progress progress) {
        HttpSession session = request.getSession();
        session.setAttribute(PROGRESS, progress);
        return switch (signIn.next(progress, now())) {
            case Answer.Refused<SignIn.Step> refused ->
                signInForm(request, NOT_ACCEPTED, sentence(request, refused), "");
            case Answer.Done<SignIn.Step>(SignIn.Step step) ->
                switch (step) {
                    case SECOND_FACTOR -> See.other("/sign-in/second-factor");
                    case CHANGE_PASSWORD -> See.other("/sign-in/password");
                    case ENROL -> See.other("/sign-in/enrol");
                    case ENTER -> enter(request, progress);
                };
        };
    }

    private View enter(HttpServletRequest request, SignIn.Progress progress) {
        return switch (signIn.open(progress, request.getRemoteAddr(), now())) {
            case Answer.Refused<SignIn.Opened> refused ->
                signInForm(request, NOT_ACCEPTED, sentence(request, refused), "");
            case Answer.Done<SignIn.Opened>(SignIn.Opened opened) -> {
                request.getSession().invalidate();
                request.getSession(true).setAttribute(SignIn.Opened.class.getName(), opened);
                yield See.other("/");
            }
        };
    }

    private interface AtStep {
        View show(SignIn.Progress progress);
    }

    /** Shows a step only to somebody whose turn it is. */
    private View atStep(HttpServletRequest request, SignIn.Step wanted, AtStep then) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PROGRESS) instanceof SignIn.Progress progress)) {
            return See.other("/sign-in");
        }
        boolean turn =
                signIn.next(progress, now()) instanceof Answer.Done<SignIn.Step>(SignIn.Step step) && step == wanted;
        return turn ? then.show(progress) : See.other("/sign-in");
    }

    private View signInForm(HttpServletRequest request, int status, String error, String user) {
        return page("accounts/sign-in.jte", request, status, error, user, Map.of(), examples.all());
    }

    private View codePage(HttpServletRequest request, int status, String error) {
        return page("accounts/second-factor.jte", request, status, error, "", Map.of(), List.of());
    }

    private View newPasswordPage(HttpServletRequest request, int status, String error) {
        Map<SecuritySetting, Integer> all = settings.all();
        String rule = words(request)
                .of(
                        "access.password.rule",
                        Optional.ofNullable(all.get(SecuritySetting.PASSWORD_LEAST_LENGTH))
                                .orElseThrow(),
                        Optional.ofNullable(all.get(SecuritySetting.PASSWORD_LEAST_KINDS))
                                .orElseThrow());
        return page("accounts/new-password.jte", request, status, error, "", Map.of("rule", rule), List.of());
    }

    private View enrolPage(HttpServletRequest request, SignIn.Progress progress, int status, String error) {
        String secret = offered(request);
        QrPicture picture = QrPicture.of(signIn.secondFactorAddress(progress.userName(), secret));
        return page(
                "accounts/enrol.jte",
                request,
                status,
                error,
                "",
                Map.of("secret", secret, "picture", picture.path(), "size", Integer.toString(picture.size())),
                List.of());
    }

    /** The secret shown stays the same while the person types. */
    private String offered(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(OFFERED) instanceof String shown) {
            return shown;
        }
        String secret = signIn.newSecondFactor();
        session.setAttribute(OFFERED, secret);
        return secret;
    }

    private static View page(
            String template,
            HttpServletRequest request,
            int status,
            String error,
            String user,
            Map<String, String> facts,
            List<Bare.Example> examples) {
        Language language = Forms.language(request);
        Bare it = new Bare(language, Forms.csrf(request), error, user, facts, examples);
        return new PageView(template, status, Map.of("it", it));
    }

    private String sentence(HttpServletRequest request, Answer.Refused<?> refused) {
        return refusals.sentence(words(request), refused);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Forms.language(request));
    }

    private Instant now() {
        return clock.instant();
    }
}
