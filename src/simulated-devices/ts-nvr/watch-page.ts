import { escapeMarkup } from '../http/markup.ts';

export interface WatchOptions {
  readonly channel: number;
  readonly title: string;
  readonly showTitle: boolean;
  readonly showPlayTime: boolean;
  readonly language: string;
  readonly timeZone: string;
}

/** The page of `/watch`; its assets have absolute addresses, as on a real recorder. */
export function watchPage(options: WatchOptions): string {
  const { channel, title, showTitle, showPlayTime, language, timeZone } = options;
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(title)}</title>
<link rel="stylesheet" href="/watch/player.css">
</head>
<body data-channel="${channel}" data-zone="${escapeMarkup(timeZone)}" data-language="${escapeMarkup(language)}">
<canvas id="picture" width="640" height="360"></canvas>
${showTitle ? `<div id="title">${escapeMarkup(title)}</div>` : ''}
${showPlayTime ? '<div id="play-time"></div>' : ''}
<script src="/watch/player.js"></script>
</body>
</html>
`;
}

export const playerStyle = `html,body{margin:0;height:100%;background:#000;overflow:hidden;color:#fff;font:15px sans-serif}
canvas{width:100%;height:100%;object-fit:contain;display:block}
#title,#play-time{position:absolute;bottom:10px;padding:3px 9px;background:rgba(0,0,0,.55);border-radius:4px}
#title{left:10px}
#play-time{right:10px;font-variant-numeric:tabular-nums}
`;

/** Asks for one drawn picture after another, about eight a second, and shows them on the canvas. */
export const playerScript = `'use strict';
(function () {
  var body = document.body;
  var canvas = document.getElementById('picture');
  var brush = canvas.getContext('2d');
  var clock = document.getElementById('play-time');
  var format = new Intl.DateTimeFormat(body.dataset.language, {
    timeZone: body.dataset.zone, dateStyle: 'short', timeStyle: 'medium'
  });
  var next = function (delay) { setTimeout(ask, delay); };
  function ask() {
    var image = new Image();
    image.onload = function () {
      brush.drawImage(image, 0, 0, canvas.width, canvas.height);
      if (clock) clock.textContent = format.format(new Date());
      next(125);
    };
    image.onerror = function () { next(1000); };
    image.src = '/watch/frame?ch=' + body.dataset.channel + '&n=' + Date.now();
  }
  ask();
})();
`;
