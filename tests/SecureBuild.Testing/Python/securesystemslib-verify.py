"""Verifies in-toto statements in DSSE envelopes with securesystemslib, the library beneath in-toto and TUF, and nothing of ours.
usage: securesystemslib-verify.py PUBLIC_KEY.pem FILE...   FILE: a Sigstore bundle, or an .intoto.jsonl with an envelope per line
prints "verified NAME" or "rejected NAME: why" per envelope; exit 1 if any was rejected, 3 where the library is not there."""
import base64
import hashlib
import json
import os
import sys

try:
    from cryptography.hazmat.primitives import serialization
    from securesystemslib import exceptions, keys
except ImportError as missing:
    print(missing)
    sys.exit(3)


def public_key(file):
    """The key as the library describes keys, under the identifier that an envelope has to name."""
    text = open(file, encoding="ascii").read()
    key = serialization.load_pem_public_key(text.encode())
    der = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    kind = type(key).__name__.lower()
    if "rsa" in kind:
        read = keys.import_rsakey_from_public_pem(text, "rsa-pkcs1v15-sha256")
    elif "ed25519" in kind:
        raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        read = {"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": raw.hex()}}
    else:
        read = keys.import_ecdsakey_from_public_pem(text)
    read["keyid"] = hashlib.sha256(der).hexdigest()
    return read


def check(key, envelope):
    kind, payload = envelope["payloadType"].encode(), base64.b64decode(envelope["payload"], validate=True)
    signed = b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)
    if not envelope["signatures"]:
        return "no signature"
    for signature in envelope["signatures"]:
        found = {"keyid": signature["keyid"], "sig": base64.b64decode(signature["sig"], validate=True).hex()}
        if not keys.verify_signature(key, found, signed):
            return "the signature does not hold"
    statement = json.loads(payload)
    return None if statement["_type"] == "https://in-toto.io/Statement/v1" else "no statement"


def main():
    key, bad = public_key(sys.argv[1]), False
    for file in sys.argv[2:]:
        text = open(file, encoding="utf-8").read()
        envelopes = [json.loads(line) for line in text.splitlines()] if file.endswith(".jsonl") else [json.loads(text)["dsseEnvelope"]]
        for envelope in envelopes:
            try:
                why = check(key, envelope)
            except (exceptions.Error, ValueError, KeyError) as error:
                why = type(error).__name__
            bad |= why is not None
            print(f"rejected {os.path.basename(file)}: {why}" if why else f"verified {os.path.basename(file)}")
    sys.exit(1 if bad else 0)


main()
