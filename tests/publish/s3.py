"""A real S3 server (s3s-fs) on a port of this machine, and a proxy in front of it that breaks requests."""
import datetime
import hashlib
import hmac
import http.client
import random
import socket
import socketserver
import struct
import subprocess
import threading
import time
from pathlib import Path
from urllib.parse import quote

ACCESS, SECRET = "AKIAJALONTESTKEY0000", "jalon-test-secret-0123456789abcdefghijkl"
FAULTS = ["drop", "503", "slow", "cut", "reset after", "half answer"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """The server. Each folder of its root is a bucket."""

    def __init__(self, binary: Path, root: Path):
        self.port, self.root = free_port(), root
        command = [binary, "--access-key", ACCESS, "--secret-key", SECRET, "--host", "127.0.0.1"]
        command += ["--port", str(self.port), root]
        self.log = open(root.parent / "s3s.log", "w")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("s3s-fs does not start")

    def head(self, bucket: str, key: str) -> dict:
        """The headers of an object, asked for with a signature."""
        now = datetime.datetime.now(datetime.timezone.utc)
        stamp, day = now.strftime("%Y%m%dT%H%M%SZ"), now.strftime("%Y%m%d")
        host, path = f"127.0.0.1:{self.port}", quote(f"/{bucket}/{key}")
        empty = hashlib.sha256(b"").hexdigest()
        signed = f"host:{host}\nx-amz-content-sha256:{empty}\nx-amz-date:{stamp}\n"
        names = "host;x-amz-content-sha256;x-amz-date"
        request = f"HEAD\n{path}\n\n{signed}\n{names}\n{empty}"
        scope = f"{day}/us-east-1/s3/aws4_request"
        text = f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
        key_bytes = f"AWS4{SECRET}".encode()
        for part in scope.split("/"):
            key_bytes = hmac.new(key_bytes, part.encode(), hashlib.sha256).digest()
        signature = hmac.new(key_bytes, text.encode(), hashlib.sha256).hexdigest()
        link = http.client.HTTPConnection(host)
        link.request("HEAD", path, headers={
            "x-amz-date": stamp, "x-amz-content-sha256": empty,
            "Authorization": f"AWS4-HMAC-SHA256 Credential={ACCESS}/{scope}, SignedHeaders={names}, Signature={signature}",
        })
        answer = link.getresponse()
        assert answer.status == 200, (key, answer.status)
        return dict(answer.getheaders())


class Proxy(socketserver.ThreadingTCPServer):
    """Passes requests on. With `rate`, a part of them is broken in one of six ways; `always` answers all with a status."""

    allow_reuse_address = daemon_threads = True
    request_queue_size = 128

    def __init__(self, to: int, seed: int):
        super().__init__(("127.0.0.1", 0), Connection)
        self.to, self.rate, self.delay, self.always = to, 0.0, 0.0, None
        self.dice, self.lock = random.Random(seed), threading.Lock()
        self.requests, self.faults = 0, dict.fromkeys(FAULTS, 0)
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def port(self) -> int:
        return self.server_address[1]

    def choose(self):
        with self.lock:
            self.requests += 1
            if self.dice.random() >= self.rate:
                return None
            fault = self.dice.choice(FAULTS)
            self.faults[fault] += 1
            return fault

    def handle_error(self, request, address):
        """Clients that are killed leave their connections; nothing is to be said."""


class Connection(socketserver.StreamRequestHandler):
    """One connection of a publisher."""

    def handle(self):
        while self.one():
            pass

    def one(self) -> bool:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = self.rfile.readline()
            if not line:
                return False
            head += line
        fields = dict(
            line.split(b":", 1) for line in head.lower().split(b"\r\n")[1:] if b":" in line
        )
        size = int(fields.get(b"content-length", b"0"))
        body = self.rfile.read(size)
        if len(body) < size:
            return False
        if self.server.always:
            return self.answer(*self.server.always)
        time.sleep(self.server.delay)
        fault = self.server.choose()
        if fault == "drop":
            return False
        if fault == "503":
            return self.answer(503, "SlowDown")
        if fault == "slow":
            time.sleep(self.server.dice.uniform(0.3, 2))
        with socket.create_connection(("127.0.0.1", self.server.to)) as onward:
            if fault == "cut":
                onward.sendall(head + body[: len(body) // 2])
                return False
            onward.sendall(head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n") + body)
            answer = b"".join(iter(lambda: onward.recv(1 << 16), b""))
        if fault == "reset after":
            # The server has done it; the publisher never learns.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        if fault == "half answer":
            self.connection.sendall(answer[: len(answer) // 2])
            return False
        self.connection.sendall(answer)
        return False

    def answer(self, status: int, code: str) -> bool:
        text = f"<Error><Code>{code}</Code><Message>no</Message><AWSAccessKeyId>{ACCESS}</AWSAccessKeyId></Error>"
        self.connection.sendall(
            f"HTTP/1.1 {status} No\r\nContent-Type: application/xml\r\nContent-Length: {len(text)}\r\n"
            f"Connection: close\r\n\r\n{text}".encode()
        )
        return False
