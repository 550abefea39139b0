"""RTSP of GStreamer on loopback: a moving ball under /h264, behind an account.

Reads its options as JSON from the first argument, prints its port, and ends with its standard input.
"""

import json
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

options = json.loads(sys.argv[1])
Gst.init(None)
if Gst.ElementFactory.find("x264enc") is None:
    sys.exit("there is no x264enc")
if options.get("check"):
    sys.exit(0)

pictures = "videotestsrc is-live=true pattern=ball ! video/x-raw,width=640,height=360,framerate=15/1"
coded = "x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 ! h264parse"
factory = GstRtspServer.RTSPMediaFactory()
factory.set_launch(f"( {pictures} ! {coded} ! rtph264pay name=pay0 pt=96 )")
factory.set_shared(True)
if options["transport"] == "udp":
    factory.set_protocols(GstRtsp.RTSPLowerTrans.UDP)
viewer = GstRtspServer.RTSPPermissions()
viewer.add_permission_for_role("viewer", "media.factory.access", True)
viewer.add_permission_for_role("viewer", "media.factory.construct", True)
factory.set_permissions(viewer)

token = GstRtspServer.RTSPToken()
token.set_string("media.factory.role", "viewer")
auth = GstRtspServer.RTSPAuth()
name, password = options["username"], options["password"]
if options["authentication"] == "digest":
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    auth.add_digest(name, password, token)
else:
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic(name, password), token)

server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service(str(options["port"]))
server.set_auth(auth)
server.get_mount_points().add_factory("/h264", factory)
server.attach(None)
print(server.get_bound_port(), flush=True)

loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_HUP, lambda *_: loop.quit())
loop.run()
