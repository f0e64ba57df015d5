package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.register.Basis;
import fangpin.office.register.Refusal;
import fangpin.office.register.RosterImports;
import fangpin.office.register.RosterReceipt;
import fangpin.office.register.StatusKind;
import fangpin.office.web.Language;
import fangpin.office.web.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes a program's file in. */
@Component
final class RosterUpload {
    private final RosterImports imports;

    RosterUpload(RosterImports imports) {
        this.imports = imports;
    }

    /** What was sent, as the key of the request is bound to it. */
    record Sent(String place, StatusKind status, LocalDate trueFrom, String sha256) {}

    static Sent sent(String place, StatusKind status, LocalDate trueFrom, MultipartFile file) {
        try (InputStream bytes = file.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return new Sent(place, status, trueFrom, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Answer<Receipt> receive(ApiCall call, Sent sent, MultipartFile file) {
        String name = file.getOriginalFilename();
        RosterImports.Upload upload = new RosterImports.Upload(
                name == null ? "" : name,
                sent.place(),
                sent.status(),
                Basis.of(sent.place(), sent.status()).clause(),
                sent.trueFrom());
        try (InputStream bytes = file.getInputStream()) {
            return answer(call, imports.receive(call.actor(), upload, bytes, call.today()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer<Receipt> answer(ApiCall call, RosterReceipt receipt) {
        return switch (receipt) {
            case RosterReceipt.Taken taken ->
                Answer.done(new Receipt(
                        taken.roster().id(),
                        RosterRoutes.LIST + "/" + taken.roster().id(),
                        taken.sameBefore() == null ? null : taken.sameBefore().id()));
            case RosterReceipt.FileRefused refused ->
                Answer.refused(
                        ApiRefusal.FILE_REFUSED,
                        call.language() == Language.CHINESE ? refused.chinese() : refused.english());
            case RosterReceipt.HeaderNotFound none -> Answer.refused(ApiRefusal.HEADER_NOT_FOUND);
            case RosterReceipt.TooLarge large -> Answer.refused(ApiRefusal.BODY_LARGE);
            case RosterReceipt.NoRight none -> Answer.refused(Refusal.NO_RIGHT);
            case RosterReceipt.DivisionUnknown none -> throw new NotFoundException();
        };
    }
}
